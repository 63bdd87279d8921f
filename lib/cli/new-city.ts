import { runCommand } from './command.ts';
import { newCityCommand } from './new-city-command.ts';

/** `npm run new-city -- ID --from FILE …`: the folder of a city whose table is to stand in the repository. */
await runCommand(async (argv) => console.log(await newCityCommand(argv)));
