// Opus is a third lighter than AAC; who cannot play it is not asked to choose between names.

const OPUS = 'audio/mp4; codecs="opus"';

/** Where the browser plays Opus, let each way of listening play from it and tell what it weighs. */
export function takeOpus(inputs) {
  const source = window.ManagedMediaSource ?? window.MediaSource;
  if (!source?.isTypeSupported(OPUS)) return;
  for (const input of inputs) {
    if (!input.dataset.opusUrl) continue;
    input.dataset.url = input.dataset.opusUrl;
    input.closest("label").querySelector("[data-size]").textContent = input.dataset.opusSize;
  }
}
