// Completes the search box from what the library holds. The page works without it.
"use strict";
(() => {
  const box = document.querySelector('input[name="q"][list]');
  const list = box && document.getElementById(box.getAttribute("list"));
  if (!list) return;
  const wait = 80; // milliseconds without a key before the library is asked
  let timer = 0, last = "";
  const show = (answers) => list.replaceChildren(...answers.map((a) => {
    const option = document.createElement("option");
    option.value = a.text;
    option.label = a.note || "";
    return option;
  }));
  const ask = async () => {
    const typed = box.value.trim();
    if (typed === last || typed.length < 2) return;
    last = typed;
    try {
      const answer = await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed.slice(0, 200)));
      if (answer.ok && typed === last) show(await answer.json());
    } catch {
      last = ""; // the server has gone: nothing is offered
    }
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, wait); });
})();
