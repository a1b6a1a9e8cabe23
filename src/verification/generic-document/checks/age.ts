/** Whether the document was issued lately enough. */
import {failed, notApplicable, passed} from '../../document/checks/check-rule.ts';
import {placesOr} from '../page-line.ts';
import type {PaperRule} from './paper-rule.ts';

const dayMs = 24 * 3600 * 1000;

export const expired: PaperRule = {
  name: 'document_expired_detection',
  requirement: 'required',
  /** Whole weeks of grace on top of the template's limit. */
  threshold: 0,
  unit: 'weeks',
  reasons: ['too_old', 'issue_date_in_future', 'no_issue_date', 'no_configuration'],
  run({fields, pages, config, today}, grace) {
    const date = fields['issue-date'];
    if (config.maximumAgeDays === undefined) return notApplicable('no_configuration');
    if (!date) return notApplicable('no_issue_date');
    const days = Math.round((Date.parse(today) - Date.parse(date.value)) / dayMs);
    // weeks above the limit, so that the day itself stays in the sealed fields
    const value = Math.ceil((days - config.maximumAgeDays) / 7);
    const more = {
      value,
      ...placesOr([date.region], pages),
      detail: {'maximum-age-days': config.maximumAgeDays},
    };
    if (days < -1) return failed('issue_date_in_future', more);
    return value <= grace ? passed(more) : failed('too_old', more);
  },
};
