import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Bir sorun oluştu',
  errorText: 'Bu sizden kaynaklanmıyor. Şimdiye kadar yaptıklarınız saklandı. Lütfen tekrar deneyin.',
  errorNetworkTitle: 'Bağlantı yok',
  errorNetworkText:
    'Sunucumuza ulaşamadık. Bağlantınızı kontrol edip tekrar deneyin; şimdiye kadar yaptıklarınız saklandı.',
  errorSessionTitle: 'Oturumunuz sona erdi',
  errorSessionText:
    'Verilerinizi korumak için bir süre işlem yapılmayınca sona erer. Geldiğiniz yere dönüp yeniden açın: Kaldığınız yerden devam edersiniz.',
  errorLinkTitle: 'Bu bağlantı zaten kullanıldı',
  errorLinkText: 'Bir bağlantı sınırlı sürede bir kez çalışır. Bunu aldığınız yerden yenisini isteyin.',
  errorVersionTitle: 'Lütfen sayfayı yenileyin',
  errorVersionText: 'Geldiğiniz sayfa eski bir sürüm kullanıyor. Yenileyip tekrar deneyin.',
  errorConfigTitle: 'Bu doğrulama açılamıyor',
  errorConfigText: 'Açılış biçiminde bir eksik var. Lütfen sizi buraya gönderenlere bildirin.',
  errorInactiveTitle: 'Bu doğrulama kullanılamıyor',
  errorInactiveText: 'Yürütenler tarafından kapatıldı. Lütfen ne yapacağınızı onlara sorun.',
  errorBusyTitle: 'Çok fazla deneme',
  errorBusyText: 'Lütfen biraz bekleyip tekrar deneyin.',
  errorOpenTitle: 'Başladığınız yerden açın',
  errorOpenText: 'Bu doğrulama zaten başladı. Başladığınız yere dönüp oradan açın: Kaldığınız yerden devam edersiniz.',
  details: 'Destek için ayrıntılar',
  leftTitle: 'Doğrulamadan çıktınız',
  leftText: 'Hiçbir şey kaybolmadı. Şimdi devam edebilir ya da sonra dönebilirsiniz.',
  leftContinue: 'Devam et',
} satisfies Translated<typeof en>;
