import {documentTypes} from '../../../protocol/government-id.ts';
import {define} from '../../../ui/define.ts';
import {t} from '../../words.ts';
import {ChoiceGroup, type Option} from './choice-group.ts';

/** Which identity document somebody has. */
export class IdType extends ChoiceGroup {
  protected override options(): readonly Option[] {
    const types = (this.component.kind === 'id-type' ? this.component.types : undefined) ?? documentTypes;
    return types.map((type) => ({
      value: type,
      label: t(`document.type_${type}`),
      help: t(`document.type_${type}_detail`),
    }));
  }
}

define('cs-id-type', IdType);
