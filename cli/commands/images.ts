import type { Command } from 'commander';
import * as lazy from '../lazy.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';
import { lockCommand } from './images-lock.ts';

export function imagesCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  const images = program.command('images')
    .description(text(words.images))
    .addOption(environmentOption(declare))
    .addHelpText('after', `\n${text(help.images)}`)
    .action((options: EnvironmentOptions) => run((console_, folder) => {
      const { buildEnvironment, chosenEnvironments, renderEnvironment } = lazy.estate();
      const { imagesIn } = lazy.images();
      const found = chosenEnvironments(options.env, folder).map((name) => {
        const { environment, output } = renderEnvironment(buildEnvironment(name, folder));
        return { name, sampleDigests: environment.facts.releases.sampleDigests, images: imagesIn(output.objects) };
      });
      if (console_.json) console_.document({ environments: found });
      for (const each of found) {
        if (!console_.json) for (const { image } of each.images) console_.data(image);
        console_.note(say(each.sampleDigests ? words.sampleImages : words.realImages, console_.language, { name: each.name, count: each.images.length }));
      }
      return 0;
    }));
  lockCommand(images, declare);
}
