import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Ihr Code für {requester}',
  codeMail:
    'Ihr Code lautet {code}\n\nGeben Sie ihn auf der Seite von {requester} ein, die danach gefragt hat. Er gilt {minutes} Minuten.\n\nSagen Sie ihn niemandem, auch nicht am Telefon. Wenn Sie keinen Code angefordert haben, müssen Sie nichts tun.',
  codeText: '{code} ist Ihr Code für {requester}. Sagen Sie ihn niemandem.',
  linkSubject: 'Mit {requester} auf diesem Gerät weitermachen',
  linkMail:
    'Sie wollten auf einem anderen Gerät weitermachen. Öffnen Sie dort diesen Link:\n\n{link}\n\nEr funktioniert einmal, innerhalb einer Stunde. Wenn Sie ihn nicht angefordert haben, öffnen Sie ihn nicht.',
  linkText: '{requester}: hier weitermachen: {link}',
} satisfies MessageWords;
