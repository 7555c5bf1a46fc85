/** Says at the top of the page how things are: `live`, `away` or `waiting`. */
export function say(state, text) {
  const status = document.getElementById("status");
  status.dataset.state = state;
  if (status.textContent !== text) {
    status.textContent = text;
  }
}
