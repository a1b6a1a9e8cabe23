import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Ձեր դեմքի լուսանկարները։ Դեմքը չափվում է. ստացվում են թվեր, որոնք այն տարբերում են այլ դեմքերից։',
  whatPhone: 'Ձեր հեռախոսահամարը և կոդը, որը կստանաք դրան։',
  whatEmail: 'Ձեր էլ. փոստի հասցեն և կոդը, որը կստանաք դրան։',
  whatAnswers: 'Այն, ինչ կմուտքագրեք կամ կավելացնեք հաջորդ էջերում։',
  whatRecords: 'Այն, ինչ Ձեր մասին նշված է մեր որոնած գրանցումներում։',
  whyFace: 'Ստուգելու համար, որ հիմա իսկապես Դուք եք։',
  whyGiven: 'Ստուգելու համար, որ Ձեր նշածը ճիշտ է և Ձերն է։',
} satisfies Translated<typeof en>;
