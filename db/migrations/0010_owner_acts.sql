-- The owner of the tables opens sessions that act as the application role. Who made a role may not act as it for that alone, unless
-- he may do everything: an ordinary owner, who made it in 0001, gives it to himself.
do $$ begin
  set local role tongtu_app;
  reset role;
exception when insufficient_privilege then
  execute format('grant tongtu_app to %I', current_user);
end $$;
