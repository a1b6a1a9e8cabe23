/** What the frame around the screens needs only after the first one is shown. */
import {Banner} from '../ui/banner.ts';
import {ConfirmDialog} from '../ui/confirm-dialog.ts';
import {define} from '../ui/define.ts';

define('cs-banner', Banner);
define('cs-confirm-dialog', ConfirmDialog);
