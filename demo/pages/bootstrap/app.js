const inquiry = document.querySelector('countersign-inquiry');
const said = document.querySelector('#said');

document.querySelector('#start').addEventListener('click', () => inquiry.open());
inquiry.addEventListener('inquiry-complete', ({detail}) => (said.textContent = `Done: ${detail.status}`));
inquiry.addEventListener('inquiry-cancel', () => (said.textContent = 'You can go on whenever you like.'));
inquiry.addEventListener('inquiry-error', ({detail}) => (said.textContent = detail.message));
