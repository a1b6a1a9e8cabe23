import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Oletteko vielä paikalla?',
  text: {
    one: 'Tietojenne suojaamiseksi tämä istunto päättyy {count} minuutin kuluttua.',
    other: 'Tietojenne suojaamiseksi tämä istunto päättyy {count} minuutin kuluttua.',
  },
  kept: 'Kaikki tähän asti tekemänne on tallessa.',
  stay: 'Jatka',
  extended: 'Teillä on nyt lisää aikaa.',
} satisfies Translated<typeof en>;
