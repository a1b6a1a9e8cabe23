import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Yüzünüzün görüntüleri. Ölçülür: onu başka yüzlerden ayıran sayılar elde edilir.',
  phone: 'Telefon numaranız ve oraya gelen kod.',
  email: 'E-posta adresiniz ve oraya gelen kod.',
  answers: 'Sonraki sayfalarda girdiğiniz veya eklediğiniz bilgiler.',
  records: 'Baktığımız kayıtların sizinle ilgili söyledikleri.',
  whyFace: 'Şu anda gerçekten siz olduğunuzu denetlemek için.',
  whyGiven: 'Verdiğiniz bilgilerin doğru ve size ait olduğunu denetlemek için.',
  startText: '{requester}, birkaç bilgiyi onaylamanızı istiyor. Yaklaşık iki dakika sürer.',
  startPrivate: 'Bilgileriniz şifreli gönderilir ve yalnızca bu kontrol için kullanılır',
  papers: 'Bir mektup, fatura veya başka bir kâğıt ve üzerindeki bilgiler.',
} satisfies Translated<typeof en>;
