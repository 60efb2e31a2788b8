import { CommandHelp, Help } from '@oclif/core/help';

/** A command's help with what people look for first: how it is called, then examples, then the flags by group. */
class ExamplesFirst extends CommandHelp {
  protected override sections(): ReturnType<CommandHelp['sections']> {
    const sections = super.sections();
    const rank = ({ header }: { readonly header: string }): number =>
      ['USAGE', 'DESCRIPTION', 'EXAMPLES'].indexOf(header);
    const first = sections.filter((section) => rank(section) >= 0).toSorted((a, b) => rank(a) - rank(b));
    return [...first, ...sections.filter((section) => rank(section) < 0)];
  }
}

export class HelpPage extends Help {
  protected override CommandHelpClass = ExamplesFirst;
}
