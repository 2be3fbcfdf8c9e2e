"use strict";
(() => {
  const keysOf = (one) => one.dataset.k.split(" ");
  const notes = [...document.querySelectorAll(".note")];
  const opening = new Map(notes.map((note) => [keysOf(note)[0], note]));
  const passing = new Map(notes.flatMap((note) => keysOf(note).map((key) => [key, note])));
  let held = "";
  const light = (key) => {
    if (key === held) return;
    held = key;
    for (const name of ["lit", "lighting"]) {
      document.querySelectorAll("." + name).forEach((one) => one.classList.remove(name));
    }
    const note = opening.get(key) ?? passing.get(key);
    if (!note) return;
    const story = note.closest(".story");
    story.classList.add("lighting");
    note.classList.add("lit");
    for (const link of keysOf(note)) {
      story.querySelectorAll(`.words [data-k~="${CSS.escape(link)}"]`).forEach((one) => one.classList.add("lit"));
    }
  };
  // The first key is the closest fit: the innermost speaker under the pointer.
  const follow = (event) => {
    const one = event.target.closest?.("[data-k]");
    light(one ? keysOf(one)[0] : "");
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light("");
  });
})();
