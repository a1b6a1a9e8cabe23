import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Kimliğinizi doğrulayın',
  noscript:
    'Bu sayfanın kameranızı kullanması için JavaScript gerekir. Lütfen açın ya da sayfayı başka bir tarayıcıda açın.',
  refusedTitle: 'Bu burada açılamıyor',
  refusedText:
    'Sizi buraya gönderen sitenin bir ayarı değiştirmesi gerekiyor. Hiçbir şey kaydedilmedi. Lütfen dönüp onlara bildirin.',
  refusedOwner: 'Sitenin geliştiricileri için',
} satisfies Translated<typeof en>;
