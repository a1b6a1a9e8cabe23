import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'நீங்கள் இன்னும் இருக்கிறீர்களா?',
  text: {
    one: 'உங்கள் தரவின் பாதுகாப்புக்காக, இந்த அமர்வு {count} நிமிடத்தில் முடியும்.',
    other: 'உங்கள் தரவின் பாதுகாப்புக்காக, இந்த அமர்வு {count} நிமிடங்களில் முடியும்.',
  },
  kept: 'இதுவரை செய்தவை சேமிக்கப்பட்டுள்ளன.',
  stay: 'தொடரவும்',
  extended: 'உங்களுக்குக் கூடுதல் நேரம் கிடைத்துள்ளது.',
} satisfies Translated<typeof en>;
