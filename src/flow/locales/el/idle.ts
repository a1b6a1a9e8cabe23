import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Είστε ακόμη εδώ;',
  text: {
    one: 'Για την προστασία των δεδομένων σας, η συνεδρία λήγει σε {count} λεπτό.',
    other: 'Για την προστασία των δεδομένων σας, η συνεδρία λήγει σε {count} λεπτά.',
  },
  kept: 'Ό,τι κάνατε ως τώρα διατηρείται.',
  stay: 'Συνέχεια',
  extended: 'Έχετε τώρα περισσότερο χρόνο.',
} satisfies Translated<typeof en>;
