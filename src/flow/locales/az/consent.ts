import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Üzünüzün şəkilləri. O, ölçülür: ondan onu başqa üzlərdən fərqləndirən rəqəmlər alınır.',
  phone: 'Telefon nömrəniz və ora aldığınız kod.',
  email: 'E-poçt ünvanınız və ora aldığınız kod.',
  answers: 'Növbəti səhifələrdə daxil və ya əlavə etdikləriniz.',
  records: 'Axtarış etdiyimiz reyestrlərdə haqqınızda olan məlumat.',
  whyFace: 'İndi həqiqətən siz olduğunuzu yoxlamaq üçün.',
  whyGiven: 'Verdiklərinizin doğru və sizə aid olduğunu yoxlamaq üçün.',
  startText: '{requester} bir neçə məlumatı təsdiqləməyinizi xahiş edir. Bu, təxminən iki dəqiqə çəkir.',
  startPrivate: 'Verdikləriniz şifrələnərək göndərilir və yalnız bu yoxlama üçün istifadə olunur',
  papers: 'Məktub, hesab və ya başqa kağız və üzərində yazılan məlumatlar.',
} satisfies Translated<typeof en>;
