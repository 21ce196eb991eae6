import { initAll } from '/govuk/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

const strip = document.querySelector('[data-live]');
if (strip && 'EventSource' in window) {
  const shown = Number(strip.dataset.position);
  const feed = new EventSource(strip.dataset.live);
  feed.addEventListener('message', ({ data }) => {
    if (!(JSON.parse(data).position > shown)) return;
    feed.close();
    const refresh = document.createElement('a');
    refresh.className = 'govuk-link';
    refresh.href = window.location.href;
    refresh.textContent = 'Refresh';
    strip.replaceChildren('Figures have changed. ', refresh);
  });
}
