import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Etwas ist schiefgegangen',
  errorText: 'Das liegt nicht an Ihnen. Was Sie bisher gemacht haben, bleibt erhalten. Versuchen Sie es noch einmal.',
  errorNetworkTitle: 'Keine Verbindung',
  errorNetworkText:
    'Unser Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal; nichts geht verloren.',
  errorSessionTitle: 'Ihre Sitzung ist beendet',
  errorSessionText:
    'Sie endet nach einer Weile von selbst, damit Ihre Daten sicher sind. Öffnen Sie sie dort neu, wo Sie herkamen: Es geht weiter, wo Sie aufgehört haben.',
  errorLinkTitle: 'Dieser Link wurde schon benutzt',
  errorLinkText: 'Ein Link gilt einmal und nur für begrenzte Zeit. Bitten Sie dort, wo er herkam, um einen neuen.',
  errorVersionTitle: 'Bitte laden Sie die Seite neu',
  errorVersionText:
    'Die Seite, von der Sie kommen, ist auf einem älteren Stand. Laden Sie sie neu und versuchen Sie es noch einmal.',
  errorConfigTitle: 'Diese Prüfung lässt sich nicht öffnen',
  errorConfigText: 'Beim Aufruf fehlt etwas. Bitte sagen Sie denen Bescheid, die Sie hierher geschickt haben.',
  errorInactiveTitle: 'Diese Prüfung ist nicht verfügbar',
  errorInactiveText: 'Sie wurde vom Betreiber abgeschaltet. Bitte fragen Sie dort nach.',
  errorBusyTitle: 'Zu viele Versuche',
  errorBusyText: 'Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  errorOpenTitle: 'Bitte dort öffnen, wo Sie begonnen haben',
  errorOpenText:
    'Diese Prüfung läuft schon. Öffnen Sie sie dort, wo Sie begonnen haben: Es geht weiter, wo Sie aufgehört haben.',
  details: 'Angaben für den Support',
  leftTitle: 'Sie haben die Prüfung verlassen',
  leftText: 'Nichts ist verloren. Sie können jetzt weitermachen oder später wiederkommen.',
  leftContinue: 'Weitermachen',
} satisfies Translated<typeof en>;
