import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Telefonunuzda devam edin',
  titleElsewhere: 'Başka bir cihazda devam edin',
  text: 'Telefonunuzun kamerasını bu koda tutun. Şimdiye kadar yaptığınız her şey saklanır.',
  textElsewhere: 'Bu bağlantıyı başka bir tarayıcıda veya cihazda açın. Şimdiye kadar yaptığınız her şey saklanır.',
  codeAlt: 'Bu doğrulamayı telefonunuzda açan QR kodu',
  preparing: 'Kod hazırlanıyor',
  link: 'Ya da bu bağlantıyı orada açın',
  copy: 'Bağlantıyı kopyala',
  copied: 'Kopyalandı',
  expires: 'Bağlantı bir saat içinde bir kez çalışır.',
  another: 'Yeni kod oluştur',
  here: 'Burada devam et',
  byEmail: 'E-posta adresiniz',
  bySms: 'Ülke koduyla cep telefonu numaranız',
  send: 'Bağlantıyı gönder',
  sent: 'Bağlantı yolda.',
  sendWrong: 'Oraya gönderemiyoruz. Lütfen yazdığınızı kontrol edin.',
  joinedTitle: 'Telefonunuz bağlandı',
  joinedText: 'Orada devam edin. Bu sayfa kendiliğinden izler; kapatsanız da hiçbir şey kaybolmaz.',
  joinedAt: 'Bağlanma saati: {time}',
  refuse: 'Bu ben değildim',
  refused: 'O cihaz artık bir şey yapamaz. İşte yeni bir kod.',
  inAppTitle: 'Bunu tarayıcınızda açın',
  inAppText:
    'Kullandığınız uygulama, sayfaların kamerayı kullanmasına izin vermiyor. Bağlantıyı kopyalayıp tarayıcınızda açın ya da fotoğraf yükleyin.',
  inAppOpen: 'Tarayıcıda aç',
} satisfies Translated<typeof en>;
