// Ticking people off a list: all of the page at once, and the button says how many they are.

for (const form of document.querySelectorAll("[data-ticks]")) {
  const boxes = [...form.querySelectorAll("input[name=person]")];
  const all = form.querySelector("[data-all]");
  const button = form.querySelector("[data-counted]");

  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
    button.querySelector("span").textContent = button.dataset.counted.replace("{n}", ticked);
    button.disabled = ticked === 0;
  };

  all.closest("[hidden]").hidden = boxes.length < 2;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  form.addEventListener("change", count);
  count();
}
