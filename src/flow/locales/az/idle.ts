import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Hələ buradasınız?',
  text: {
    one: 'Məlumatlarınızı qorumaq üçün bu sessiya {count} dəqiqə sonra bitəcək.',
    other: 'Məlumatlarınızı qorumaq üçün bu sessiya {count} dəqiqə sonra bitəcək.',
  },
  kept: 'İndiyə qədər etdikləriniz saxlanılır.',
  stay: 'Davam et',
  extended: 'İndi daha çox vaxtınız var.',
} satisfies Translated<typeof en>;
