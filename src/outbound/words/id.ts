import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Kode Anda untuk {requester}',
  codeMail:
    'Kode Anda adalah {code}\n\nMasukkan di halaman {requester} yang memintanya. Kode berlaku selama {minutes} menit.\n\nJangan beri tahu siapa pun, termasuk lewat telepon. Jika Anda tidak meminta kode, Anda tidak perlu melakukan apa pun.',
  codeText: '{code} adalah kode Anda untuk {requester}. Jangan beri tahu siapa pun.',
  linkSubject: 'Lanjutkan dengan {requester} di perangkat ini',
  linkMail:
    'Anda meminta untuk melanjutkan di perangkat lain. Buka tautan ini di sana:\n\n{link}\n\nTautan berlaku satu kali, dalam satu jam. Jika Anda tidak memintanya, jangan dibuka.',
  linkText: '{requester}: lanjutkan di sini: {link}',
} satisfies MessageWords;
