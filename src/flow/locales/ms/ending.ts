import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Selesai, terima kasih',
  successText: 'Itu sahaja. Anda boleh kembali sekarang.',
  reviewTitle: 'Terima kasih, kami sudah menerima semuanya',
  reviewText: 'Seseorang akan menyemaknya. {requester} akan memaklumkan keputusan; anda tidak perlu menunggu di sini.',
  successReturn: 'Kembali ke {requester}',
  successReturning: 'Membawa anda kembali ke {requester}',
  successClose: 'Tutup',
  successMayClose: 'Anda boleh menutup halaman ini.',
  failedTitle: 'Kami tidak dapat melengkapkan pengesahan',
  failedText: 'Inilah halangannya:',
  failedTextPlain: '{requester} boleh memberitahu langkah seterusnya.',
  failedNext: 'Sila hubungi {requester} jika anda perlukan bantuan.',
  restart: 'Mula semula',
  expiredTitle: 'Pengesahan ini telah tamat tempoh',
  expiredText: 'Demi keselamatan anda, ia dibuka untuk masa terhad. Kembali ke {requester} dan mulakan semula.',
  expiredTextPlain:
    'Demi keselamatan anda, ia dibuka untuk masa terhad. Kembali ke tempat asal anda dan mulakan semula.',
} satisfies Translated<typeof en>;
