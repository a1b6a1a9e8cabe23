import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Teruskan pada telefon',
  titleElsewhere: 'Teruskan pada peranti lain',
  text: 'Halakan kamera telefon pada kod ini. Semua yang telah anda buat disimpan.',
  textElsewhere: 'Buka pautan ini dalam pelayar atau peranti lain. Semua yang telah anda buat disimpan.',
  codeAlt: 'Kod QR yang membuka pengesahan ini pada telefon anda',
  preparing: 'Kod sedang dibuat',
  link: 'Atau buka pautan ini di sana',
  copy: 'Salin pautan',
  copied: 'Disalin',
  expires: 'Pautan boleh digunakan sekali, dalam masa sejam.',
  another: 'Buat kod baharu',
  here: 'Teruskan di sini',
  byEmail: 'Alamat e-mel anda',
  bySms: 'Nombor telefon bimbit anda, dengan kod negara',
  send: 'Hantar pautan',
  sent: 'Pautan sedang dihantar.',
  sendWrong: 'Kami tidak dapat menghantarnya ke situ. Sila semak apa yang anda taip.',
  joinedTitle: 'Telefon anda disambungkan',
  joinedText: 'Teruskan di sana. Halaman ini mengikut sendiri, dan tiada apa yang hilang jika anda menutupnya.',
  joinedAt: 'Disambungkan pada {time}',
  refuse: 'Itu bukan saya',
  refused: 'Peranti itu tidak boleh berbuat apa-apa lagi. Ini kod baharu.',
  inAppTitle: 'Buka dalam pelayar anda',
  inAppText:
    'Aplikasi ini tidak membenarkan halaman menggunakan kamera. Salin pautan dan buka dalam pelayar, atau muat naik foto.',
  inAppOpen: 'Buka dalam pelayar',
} satisfies Translated<typeof en>;
