"use strict";
// One region, one use and one phase are shown at a time. Without this script all of it is.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const slider = one("#use");
  const uses = ["therapeutic", "chronic"];
  const regions = all("svg .region");
  const { use, phase } = root.dataset;
  const state = { region: document.body.dataset.region || "", use, phase };

  const press = (button, on) => button.setAttribute("aria-pressed", String(on));

  const show = () => {
    root.dataset.use = state.use;
    root.dataset.phase = state.phase;
    for (const place of all("#panel .place")) place.hidden = place.dataset.region !== state.region;
    for (const part of all("#panel .use")) part.hidden = part.dataset.use !== state.use;
    one("#nothing").hidden = state.region !== "";
    for (const button of all("#stage [aria-pressed][data-region]"))
      press(button, button.dataset.region === state.region);
    for (const button of all(".phases button"))
      press(button, button.dataset.phase === state.phase);
    for (const label of all("#stage .label[data-region]"))
      label.classList.toggle("chosen", label.dataset.region === state.region);
    const end = one(`[data-end="${state.use}"]`);
    for (const other of all("[data-end]")) other.classList.toggle("here", other === end);
    slider.value = uses.indexOf(state.use);
    slider.setAttribute("aria-valuetext", end.dataset.name);
    const cell = `data-at-${state.use}-${state.phase}`;
    for (const about of all("[id^='about-']")) about.textContent = about.getAttribute(cell);
  };

  const change = (what) => {
    Object.assign(state, what);
    show();
    const about = state.region && document.getElementById(`about-${state.region}`);
    one("#said").textContent = about ? about.textContent : "";
  };

  // As in the program: a key presses and releases a region, a click on it only chooses it.
  const toggle = (region) => change({ region: region === state.region ? "" : region });

  // A picture's shapes are no buttons to a browser, so keys are given to them here.
  const byKey = (event) => {
    const at = regions.indexOf(event.currentTarget);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") toggle(event.currentTarget.dataset.region);
    else if (step) regions[(at + step + regions.length) % regions.length].focus();
    else if (event.key === "Escape") change({ region: "" });
    else return;
    event.preventDefault();
  };

  for (const region of regions) region.addEventListener("keydown", byKey);
  one("#stage").addEventListener("click", (event) => {
    const part = event.target.closest("#stage [data-region]");
    if (part || event.target.closest("#picture")) change({ region: part ? part.dataset.region : "" });
  });
  for (const button of all(".phases button"))
    button.addEventListener("click", () => change({ phase: button.dataset.phase }));
  slider.addEventListener("input", () => change({ use: uses[Number(slider.value)] }));
  for (const end of all("[data-end]"))
    end.addEventListener("click", () => change({ use: end.dataset.end }));

  const theme = one("#theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    press(theme, isDark());
  });
  dark.addEventListener("change", () => press(theme, isDark()));
  press(theme, isDark());

  root.classList.add("alive");
  show();
})();
