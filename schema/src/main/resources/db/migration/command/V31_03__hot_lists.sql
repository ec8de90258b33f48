-- What everybody looks at all day, each in the order it is shown: the open ones by themselves, since they are few among
-- the years that lie behind.
drop index command.order_open;
drop index command.order_open_account;
create index order_open on command.order_ (county, body, id desc) where stage in ('issued', 'acknowledged', 'started');
create index order_open_commander on command.order_ (county, commander, id desc) where stage in ('issued', 'acknowledged', 'started');
create index order_open_account on command.order_ (county, account, id desc) where stage in ('issued', 'acknowledged', 'started');
create index order_open_recent on command.order_ (county, id desc) where stage in ('issued', 'acknowledged', 'started');
-- those for a body without a name, among many that name somebody
create index order_unnamed on command.order_ (county, body, id desc) where account is null;
-- what became of the latest, for the command view
create index order_issued on command.order_ (county, body, issued_at) include (stage, due_at, ended_at);

create index problem_open_commander on command.problem (county, commander, id desc) where stage = 'open';
create index problem_open_owner on command.problem (county, owner, id desc) where stage = 'open';
create index problem_open_recent on command.problem (county, id desc) where stage = 'open';

drop index command.listed_post;
create index listed_post on command.listed (county, post, name, id) where removed_at is null;
create index contact_kind on command.contact (county, kind, unit, name, id) where not removed;
