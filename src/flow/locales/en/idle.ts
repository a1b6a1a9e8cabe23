/** Before the session ends for want of activity. */
export default {
  title: 'Are you still there?',
  text: {
    one: 'To keep your data safe, this session ends in {count} minute.',
    other: 'To keep your data safe, this session ends in {count} minutes.',
  },
  kept: 'Everything you did so far is kept.',
  stay: 'Keep going',
  extended: 'You have more time now.',
};
