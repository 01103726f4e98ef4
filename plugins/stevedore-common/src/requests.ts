/** One project; every request below is inside one. */
export interface InProject {
  project: string;
}

export interface InPromotion extends InProject {
  /** Name of the promotion. */
  name: string;
}

export interface PipelineRequest {
  kind: string;
  namespace: string;
  name: string;
  /** Freight in the first page. */
  limit?: number;
}

export interface FreightListRequest extends InProject {
  after?: string;
  limit?: number;
  /** Name of a warehouse. */
  warehouse?: string;
  search?: string;
  /** Only freight that is not in this stage and never was. */
  notIn?: string;
}

export interface PromotionListRequest extends InProject {
  after?: string;
  limit?: number;
  stage?: string;
  freight?: string;
  phase?: string;
}

export interface LogRequest extends InPromotion {
  after?: string;
  limit?: number;
  /** Only lines of the step with this alias. */
  step?: string;
}

export interface CommitsRequest extends InProject {
  /** Name or alias of the freight to compare with; absent: what the warehouse found before it. */
  from?: string;
  /** Name or alias of freight. */
  to: string;
}

export interface DriftRequest extends InProject {
  /** Only this stage; absent: every stage that holds something. */
  stage?: string;
}

export interface HistoryRequest extends InProject {
  before?: number;
  limit?: number;
  subject?: string;
  /** Only decisions about this stage and promotions into it. */
  stage?: string;
  /** `decisions` leaves out what happens inside a promotion: steps, pins, plans. */
  level?: string;
}

export interface LedgerRequest extends InProject {
  after?: number;
  limit?: number;
}

export interface WhatIfRequest extends InProject {
  stage: string;
  /** Name (40 hex) or alias. */
  freight: string;
  /** ISO 8601; absent: now. */
  at?: string;
}

export interface CalendarRequest {
  /** Absent: what is said beyond projects. */
  project?: string;
  /** ISO 8601; absent: now. */
  from?: string;
  /** ISO 8601, at most 400 days later; absent: 31 days later. */
  to?: string;
}

export interface WaitingRequest {
  after?: string;
  /** Components in one page. */
  limit?: number;
}

export interface PipelineListRequest {
  after?: string;
  limit?: number;
  /** Part of the component's name, in any case. */
  search?: string;
  /** Only components that the caller owns. */
  mine?: boolean;
  /** Only those in which something waits. */
  waiting?: boolean;
}
