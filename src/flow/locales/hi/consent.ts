import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'आपके चेहरे की तस्वीरें। चेहरे को मापकर ऐसी संख्याएँ बनाई जाती हैं जो उसे दूसरे चेहरों से अलग करती हैं।',
  whatPhone: 'आपका फ़ोन नंबर और उस पर आने वाला कोड।',
  whatEmail: 'आपका ईमेल पता और उस पर आने वाला कोड।',
  whatAnswers: 'अगले पेजों पर आप जो भरते या जोड़ते हैं।',
  whatRecords: 'जिन रिकॉर्ड में हम खोजते हैं, उनमें आपके बारे में जानकारी।',
  whyFace: 'यह जाँचने के लिए कि अभी सच में आप ही हैं।',
  whyGiven: 'यह जाँचने के लिए कि दी गई जानकारी सही और आपकी है।',
} satisfies Translated<typeof en>;
