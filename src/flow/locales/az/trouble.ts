import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Xəta baş verdi',
  errorText: 'Bu, sizin günahınız deyil. İndiyə qədər etdikləriniz saxlanılır. Yenidən cəhd edin.',
  errorNetworkTitle: 'Bağlantı yoxdur',
  errorNetworkText: 'Serverimizə qoşula bilmədik. Bağlantınızı yoxlayın və yenidən cəhd edin; etdikləriniz saxlanılır.',
  errorSessionTitle: 'Sessiyanız bitib',
  errorSessionText:
    'Məlumatlarınızı qorumaq üçün o, bir müddət fəaliyyət olmadıqda bitir. Gəldiyiniz yerə qayıdın və yenidən açın: qaldığınız yerdən davam edəcəksiniz.',
  errorLinkTitle: 'Bu keçiddən artıq istifadə olunub',
  errorLinkText: 'Keçid bir dəfə və məhdud müddət işləyir. Yenisini bunu aldığınız yerdən istəyin.',
  errorVersionTitle: 'Səhifəni yeniləyin',
  errorVersionText: 'Gəldiyiniz səhifə köhnə versiyadan istifadə edir. Onu yeniləyin və yenidən cəhd edin.',
  errorConfigTitle: 'Bu təsdiqləməni açmaq olmur',
  errorConfigText: 'Açılış qaydasında nəsə çatışmır. Sizi bura göndərənlərə bildirin.',
  errorInactiveTitle: 'Bu təsdiqləmə əlçatan deyil',
  errorInactiveText: 'Onu idarə edənlər söndürüb. Nə edəcəyinizi onlardan soruşun.',
  errorBusyTitle: 'Çox sayda cəhd',
  errorBusyText: 'Bir az gözləyin, sonra yenidən cəhd edin.',
  errorOpenTitle: 'Onu başladığınız yerdən açın',
  errorOpenText:
    'Bu təsdiqləmə artıq başlayıb. Başladığınız yerə qayıdın və oradan açın: qaldığınız yerdən davam edəcəksiniz.',
  details: 'Dəstək üçün məlumat',
  leftTitle: 'Təsdiqləmədən çıxdınız',
  leftText: 'Heç nə itməyib. İndi davam edə və ya sonra qayıda bilərsiniz.',
  leftContinue: 'Davam et',
} satisfies Translated<typeof en>;
