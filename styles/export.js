"use strict";
// Lights the partners of a sentence, and brings them beside it when it is clicked. The page works without.
const partnersOf = (sentence) =>
  [...sentence.querySelectorAll(".partners a")].map((a) => document.getElementById(a.hash.slice(1)));
let lit = [];
const light = (sentence) => {
  for (const each of lit) each.classList.remove("lit");
  lit = sentence ? [sentence, ...partnersOf(sentence)].filter(Boolean) : [];
  for (const each of lit) each.classList.add("lit");
};
const bring = (sentence) => {
  const done = new Set([sentence.parentElement]);
  for (const partner of partnersOf(sentence)) {
    const pane = partner && partner.parentElement;
    if (!pane || done.has(pane)) continue;
    if (pane.scrollHeight <= pane.clientHeight + 1) return void (location.hash = partner.id);
    done.add(pane);
    pane.scrollTop += partner.getBoundingClientRect().top - sentence.getBoundingClientRect().top;
  }
};
const sentenceAt = (event) => event.target.closest && event.target.closest(".sentence");
document.documentElement.classList.add("live");
document.addEventListener("mouseover", (event) => light(sentenceAt(event)));
document.addEventListener("focusin", (event) => light(sentenceAt(event)));
document.addEventListener("click", (event) => {
  const sentence = sentenceAt(event);
  if (sentence && !event.target.closest("a, details") && !String(getSelection())) bring(sentence);
});
