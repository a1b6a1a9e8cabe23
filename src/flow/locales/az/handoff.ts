import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Telefonunuzda davam edin',
  titleElsewhere: 'Başqa cihazda davam edin',
  text: 'Telefonunuzun kamerasını bu koda yönəldin. İndiyə qədər etdikləriniz saxlanılır.',
  textElsewhere: 'Bu keçidi başqa brauzerdə və ya cihazda açın. İndiyə qədər etdikləriniz saxlanılır.',
  codeAlt: 'Bu təsdiqləməni telefonunuzda açan QR kod',
  preparing: 'Kod hazırlanır',
  link: 'Və ya orada bu keçidi açın',
  copy: 'Keçidi kopyala',
  copied: 'Kopyalandı',
  expires: 'Keçid bir saat ərzində bir dəfə işləyir.',
  another: 'Yeni kod yarat',
  here: 'Burada davam et',
  byEmail: 'E-poçt ünvanınız',
  bySms: 'Ölkə kodu ilə mobil nömrəniz',
  send: 'Keçidi göndər',
  sent: 'Keçid yoldadır.',
  sendWrong: 'Onu ora göndərə bilmirik. Yazdığınızı yoxlayın.',
  joinedTitle: 'Telefonunuz qoşuldu',
  joinedText: 'Orada davam edin. Bu səhifə özü izləyir və onu bağlasanız, heç nə itmir.',
  joinedAt: 'Qoşulma vaxtı: {time}',
  refuse: 'Bu, mən deyildim',
  refused: 'Həmin cihaz artıq heç nə edə bilməz. Budur, yeni kod.',
  inAppTitle: 'Bunu brauzerinizdə açın',
  inAppText:
    'Olduğunuz tətbiq səhifələrin kameradan istifadəsinə imkan vermir. Keçidi kopyalayıb brauzerinizdə açın və ya şəkil yükləyin.',
  inAppOpen: 'Brauzerdə aç',
} satisfies Translated<typeof en>;
