/** Says a sentence to whoever uses a screen reader; the page has one place for that. */
export function announce(text: string): void {
  const region = document.getElementById('announcements');
  if (!region) return;
  // The same sentence twice is said twice.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
