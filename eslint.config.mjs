import tseslint from 'typescript-eslint';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';

const browserRooms = ['src/flow/**', 'src/ui/**', 'src/embed/**', 'src/dashboard/**'];

export default tseslint.config(
  {ignores: ['src/server/operator/rapidoc/**', 'dist/**', 'node_modules/**', 'data/**', 'coverage/**']},
  ...tseslint.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      'no-empty': ['error', {allowEmptyCatch: false}],
      'no-console': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
    },
  },
  {files: ['src/cli/**', 'src/cli.ts', 'test/**', 'demo/**', '*.mjs'], rules: {'no-console': 'off'}},
  {
    files: ['src/embed/**', 'src/embed.ts', 'src/flow/**', 'src/flow.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {paths: [{name: 'zod', message: "Use import * as z from 'zod/mini' in frames, nothing in the loader."}]},
      ],
    },
  },
  {
    files: browserRooms,
    plugins: {lit, 'lit-a11y': litA11y},
    rules: {...lit.configs['flat/recommended'].rules, ...litA11y.configs.recommended.rules},
  },
);
