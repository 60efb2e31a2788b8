import type { DetectorMeta } from '../model/finding.ts';

/**
 * Faults that no log shows by itself: nothing looks for them, and `explain` says why and what would show them. Each has the pages
 * of a detector and none of its code.
 */
export const NOT_VISIBLE: readonly DetectorMeta[] = [
  {
    id: 'expected-app-not-proxied',
    title: 'An app that should be proxied is not',
    severity: 'info',
    severityNote: 'never reported: which apps are meant to be proxied is not in a log',
    why: 'A program runs and goes past the gateway. The provider looked at its flows and handed every one back, mostly because it knows the program by another identity than its rules do: a command-line tool by the shell or the terminal that started it, a helper by its parent.',
    how: [
      'nothing looks for it: a transparent proxy hands back most flows, and only you know which it should have kept',
      'with the app’s signing identifier the log answers: a flow of it that the provider took, or only ones it rejected',
      'necropsy flows CAPTURE --where \'app CONTAINS "com.example.cli"\' lists them with what became of each',
    ],
    notIt: ['an app without any flow in the list: it opened none, or the network rules do not cover it'],
    blindSpots: ['where the export says <private> instead of the app, the flows cannot be told apart'],
    needs: [],
    levels: [],
    next: [
      {
        for: 'administrator',
        text: 'List the app’s flows as above, and compare the signing identifier in them with the one in the product’s rules.',
      },
      {
        for: 'provider-developer',
        text: 'Decide by the audit token’s process and its responsible parent, not by the signing identifier alone, and log the identity that you decided by.',
      },
    ],
    references: ['https://github.com/denoland/clawpatrol/pull/67'],
  },
];
