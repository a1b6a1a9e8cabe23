import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Hâlâ orada mısınız?',
  text: {
    one: 'Verilerinizi korumak için bu oturum {count} dakika içinde sona erecek.',
    other: 'Verilerinizi korumak için bu oturum {count} dakika içinde sona erecek.',
  },
  kept: 'Şimdiye kadar yaptığınız her şey saklanır.',
  stay: 'Devam et',
  extended: 'Artık daha fazla zamanınız var.',
} satisfies Translated<typeof en>;
