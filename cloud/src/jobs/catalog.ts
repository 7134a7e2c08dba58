/** Every job by name, with what it carries. Carried is only an id: the truth is in MongoDB, and jobs are rebuilt from it. */
export interface Jobs {
  'run.answer': { runId: string };
  'run.recap': { runId: string };
  'itinerary.plan': { itineraryId: string };
}

export type JobName = keyof Jobs;
