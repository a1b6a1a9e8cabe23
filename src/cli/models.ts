/** `countersign models`: fetches the nets of the face engine now, for images that are built once and for machines without network. */
import {Command} from 'commander';
import {prepareFaceModels} from '../commands/prepare-face-models.ts';
import {faceModelFolder} from '../verification/face/models/folder.node.ts';
import {readSettings} from './read-settings.ts';
import {StageLog} from './ready-sheet.ts';

export function modelsCommand(): Command {
  const command = new Command('models').description('fetch the nets of the face engine, once');
  return command
    .option('--quiet', 'say nothing unless something is wrong', false)
    .action(async ({quiet}: {quiet: boolean}) => {
      const folder = faceModelFolder(readSettings(process.env).COUNTERSIGN_MODEL_DIR);
      const log = new StageLog(process.stdout, quiet);
      const models = await log.stage('Face models', (onProgress) =>
        prepareFaceModels({folder, ...(onProgress && {onProgress})}),
      );
      if (models.state === 'missing') command.error(`countersign: the face models are not there. ${models.reason}`);
      if (!quiet) console.log(`  ${folder}`);
    });
}
