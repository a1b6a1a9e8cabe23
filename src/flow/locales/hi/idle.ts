import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'क्या आप अब भी यहाँ हैं?',
  text: {
    one: 'आपके डेटा की सुरक्षा के लिए यह सत्र {count} मिनट में समाप्त होगा।',
    other: 'आपके डेटा की सुरक्षा के लिए यह सत्र {count} मिनट में समाप्त होगा।',
  },
  kept: 'अब तक का सारा काम सुरक्षित है।',
  stay: 'जारी रखें',
  extended: 'अब आपके पास और समय है।',
} satisfies Translated<typeof en>;
