// Buttons that need JavaScript stay hidden without it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// One box that checks all of a name.
for (const label of document.querySelectorAll('[data-check-all]')) {
  const all = label.querySelector('input');
  const boxes = () => [...document.querySelectorAll(`input[type=checkbox][name="${label.dataset.checkAll}"]`)];
  label.hidden = false;
  all.addEventListener('change', () => boxes().forEach(box => { box.checked = all.checked; }));
}
