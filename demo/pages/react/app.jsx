import {Inquiry} from 'countersign/react';
import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';

const {content: host, dataset} = document.querySelector('meta[name=countersign]');

function App() {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <main>
      <h1>React</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Verify your identity
      </button>
      <p role="status">{said}</p>
      <Inquiry
        host={host}
        templateId={dataset.template}
        referenceId="user-42"
        language="en"
        open={open}
        theme={{scheme: 'light', properties: {'--cs-accent': '#6d28d9'}}}
        onComplete={({status}) => setSaid(`Done: ${status}`)}
        onCancel={() => {
          setOpen(false);
          setSaid('You can go on whenever you like.');
        }}
        onError={({message}) => setSaid(message)}
      />
    </main>
  );
}

createRoot(document.querySelector('#app')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
