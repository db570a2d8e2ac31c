// Names as they are typed in a hurry: "ngoc uong" finds "Nguyễn Thị Ngọc Ưỡng".

export function folded(text) {
  return text.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether each word that was typed begins a word of the name. */
export function finds(typed, name) {
  const words = folded(name).split(/\s+/);
  return folded(typed).split(/\s+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}
