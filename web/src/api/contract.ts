// What the screens read must be what the server says it sends: each shape of types/ is held against
// the one generated from the committed OpenAPI file. A field that the server renames stops the build here.
import type { components } from './schema'
import type * as ours from './types'

type Server = components['schemas']

/** True only if everything that the server sends can be read as ours. */
type Reads<Sent, Read> = [Sent] extends [Read] ? true : { unreadable: { [K in keyof Read as K extends keyof Sent ? (Sent[K] extends Read[K] ? never : K) : undefined extends Read[K] ? never : K]: [sent: K extends keyof Sent ? Sent[K] : 'nothing', read: Read[K]] } }

type Held<T extends true[]> = T

export type Contract = Held<[
  Reads<Server['BodyResponse'], ours.Body>,
  Reads<Server['SessionResponse'], ours.Session>,
  Reads<Server['DemoPersonResponse'], ours.DemoPerson>,
  Reads<Server['AccountResponse'], ours.Account>,
  Reads<Server['CalendarYearResponse'], ours.CalendarYear>,
  Reads<Server['MechanismResponse'], ours.MechanismView>,
  Reads<Server['MechanismCheckResponse'], ours.MechanismCheck>,
  Reads<Server['DivisionResponse'], ours.Division>,
  Reads<Server['CompetenceResponse'], ours.Competence>,
  Reads<Server['PowerLineResponse'], ours.PowerRow>,
  Reads<Server['PowerResponse'], ours.Power>,
  Reads<Server['DayResponse'], ours.DayMark>,
  Reads<Server['MechanismListItem'], ours.MechanismListItem>,
  Reads<Server['MechanismVersionResponse'], ours.MechanismVersion>,
  Reads<Server['RuleKeyResponse'], ours.RuleKey>,
  Reads<Server['ClauseResponse'], ours.MarkedClause>,
  Reads<Server['InstrumentResponse'], ours.Instrument>,
  Reads<Server['MechanismRuleResponse'], ours.Rule>,
  Reads<Server['ComparisonRow'], ours.ComparisonRow>,
  Reads<Server['FaultResponse'], ours.MechanismFault>,
  Reads<Server['ChangeResponse'], ours.MechanismChange>,
  Reads<Server['RefusalView'], ours.Refusal>,
  Reads<Server['ActionView'], ours.Action>,
  Reads<Server['Ground'], ours.Ground>,
  Reads<Server['NotificationResponse'], ours.Notification>,
  Reads<Server['LedgerEntryResponse'], ours.LedgerEntry>,
  Reads<Server['Verification'], ours.Verification>,
  Reads<Server['Attachment'], ours.Attachment>,
  Reads<Server['DueDate'], ours.LimitAnswer>,
  Reads<Server['ObligationView'], ours.Obligation>,
  Reads<Server['WhyResponse'], ours.Why>,
  Reads<Server['WorkbenchResponse'], ours.Workbench>,
  Reads<Server['MatterLine'], ours.MatterRow>,
  Reads<Server['MatterResponse'], ours.Matter>,
  Reads<Server['TransferLine'], ours.TransferRow>,
  Reads<Server['TransferResponse'], ours.Transfer>,
  Reads<Server['Proposal'], ours.Proposal>,
  Reads<Server['HandoverView'], ours.Handover>,
  Reads<Server['NoticeView'], ours.Notice>,
  Reads<Server['ComplaintLine'], ours.ComplaintLine>,
  Reads<Server['ComplaintView'], ours.Complaint>,
  Reads<Server['Contact'], ours.Complainant>,
  Reads<Server['SimilarMatter'], ours.SimilarReport>,
  Reads<Server['SuggestionResponse'], ours.SuggestedItem>,
  Reads<Server['ConductLine'], ours.ConductLine>,
  Reads<Server['ConductView'], ours.ConductComplaint>,
  Reads<Server['ServiceResponse'], ours.PublicService>,
  Reads<Server['NearbyResponse'], ours.NearbyReport>,
  Reads<Server['PlaceResponse'], ours.LocatedPlace>,
  Reads<Server['TrackedResponse'], ours.TrackedReport>,
  Reads<Server['DeviceResponse'], ours.Device>,
  Reads<Server['LeadResponse'], ours.DeviceLead>,
  Reads<Server['TrackedConductResponse'], ours.TrackedConduct>,
  // and what the screens send must be what the server reads
  Reads<ours.LeadInput, Server['LeadRequest']>,
  Reads<ours.TransferDraft, Server['TransferRequest']>,
  Reads<ours.ComplaintInput, Server['ComplaintRequest']>,
  Reads<ours.ReportInput, Server['ReportRequest']>,
  Reads<ours.ConductInput, Server['ConductReportRequest']>,
]>
