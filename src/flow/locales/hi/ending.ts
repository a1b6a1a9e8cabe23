import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'सब हो गया, धन्यवाद',
  successText: 'बस इतना ही था। अब आप वापस जा सकते हैं।',
  reviewTitle: 'धन्यवाद, हमें सब मिल गया',
  reviewText: 'कोई व्यक्ति इसे देखेगा। परिणाम आपको {requester} की ओर से मिलेगा; यहाँ रुकने की ज़रूरत नहीं।',
  successReturn: '{requester} पर लौटें',
  successReturning: 'आपको {requester} पर वापस ले जा रहे हैं',
  successClose: 'बंद करें',
  successMayClose: 'अब आप यह पेज बंद कर सकते हैं।',
  failedTitle: 'हम सत्यापन पूरा नहीं कर सके',
  failedText: 'इसका कारण यह है:',
  failedTextPlain: 'अब क्या करना है, यह {requester} से पता चल सकता है।',
  failedNext: 'मदद चाहिए तो कृपया {requester} से संपर्क करें।',
  restart: 'फिर से शुरू करें',
  expiredTitle: 'इस सत्यापन का समय समाप्त हो गया',
  expiredText: 'आपकी सुरक्षा के लिए यह सीमित समय तक खुला रहता है। {requester} पर लौटकर इसे फिर से शुरू करें।',
  expiredTextPlain: 'आपकी सुरक्षा के लिए यह सीमित समय तक खुला रहता है। जहाँ से आए थे, वहाँ लौटकर इसे फिर से शुरू करें।',
} satisfies Translated<typeof en>;
