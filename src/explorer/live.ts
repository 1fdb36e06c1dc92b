/** A page that `gongwen explore` serves loads itself anew when the snapshot changes; the hash brings back the view. */
export function watchSnapshot(): void {
  if (!document.documentElement.hasAttribute('data-live')) return;
  new EventSource('/events').addEventListener('changed', () => location.reload());
}
