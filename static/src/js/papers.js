// Photographs of a paper are made smaller before they are sent: a camera's five megabytes take
// minutes on a weak line, and the server keeps no more of them than this. What cannot be read here
// is sent as it is.

const LONG_SIDE = 2000;
const SMALL = 500_000;

async function shrunk(file) {
  if (!file.type.startsWith("image/") || file.size <= SMALL) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const share = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
    return blob && blob.size < file.size ? new File([blob], file.name, { type: blob.type }) : file;
  } catch {
    return file;
  }
}

function written(bytes) {
  const [number, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const shape = { style: "unit", unit, maximumFractionDigits: number < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, shape).format(number);
}

for (const input of document.querySelectorAll("input[type=file][name=pages]")) {
  const line = input.form.querySelector("[data-shrunk]");
  let turn = 0;

  input.addEventListener("change", async () => {
    const mine = ++turn;
    line.hidden = true;
    const before = [...input.files];
    const after = await Promise.all(before.map(shrunk));
    if (mine !== turn || after.every((file, place) => file === before[place])) return;
    const basket = new DataTransfer();
    for (const file of after) basket.items.add(file);
    input.files = basket.files;
    const size = after.reduce((sum, file) => sum + file.size, 0);
    line.textContent = line.dataset.shrunk.replace("{size}", written(size));
    line.hidden = false;
  });
}
