-- Where the days of the district begin. Districts from before this column are all in China.
alter table district_setting add column time_zone varchar not null default 'Asia/Shanghai';
