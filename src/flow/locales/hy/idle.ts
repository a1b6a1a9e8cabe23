import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Դեռ այստե՞ղ եք',
  text: {
    one: 'Ձեր տվյալների պաշտպանության համար աշխատաշրջանը կավարտվի {count} րոպեից։',
    other: 'Ձեր տվյալների պաշտպանության համար աշխատաշրջանը կավարտվի {count} րոպեից։',
  },
  kept: 'Արդեն արվածը պահպանված է։',
  stay: 'Շարունակել',
  extended: 'Հիմա ավելի շատ ժամանակ ունեք։',
} satisfies Translated<typeof en>;
