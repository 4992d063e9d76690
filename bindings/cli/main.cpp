#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/base/error.hpp"
#include "scenarios/actions/action.hpp"
#include <fmt/format.h>
#include <chrono>
#include <cstring>
using namespace releve;
int main(int argc,char**argv){
  try{
  Problems problems; std::vector<Text> notes;
  Pack pack=read_pack("scenarios/packs/langres",problems,notes); problems.raise();
  for(auto&n:notes) fmt::print("note {}\n",n.en);
  int reps=argc>1?atoi(argv[1]):4; int H=argc>2?atoi(argv[2]):216;
  std::vector<Plan> plans; plans.reserve(8);
  std::vector<Scenario> ss;
  {Scenario s; s.id="baseline"; for(int i=3;i<argc;i++){ char*e=strchr(argv[i],'='); s.parameters.push_back({std::string(argv[i],e),atof(e+1),"arg"});} 
   ss.push_back(s);
   ActionEntry a; a.type="tutoring"; a.start=Month::of(2013,9); a.settings={{"pairs",300.0,false,""}}; Scenario t=s; t.id="tutoring"; t.actions={a}; ss.push_back(t);
   a.type="insertion_platform"; a.settings={{"places",120.0,false,""}}; Scenario u=s; u.id="insertion"; u.actions={a}; ss.push_back(u);}
  for(auto&s:ss){ auto iv=bind_actions(s,pack.start,H,problems); plans.push_back(make_plan(pack,s,iv,H,problems)); } problems.raise();
  EnsembleOptions o; o.replicates=reps; o.selfcheck=getenv("CHECK")!=nullptr;
  auto t0=std::chrono::steady_clock::now();
  auto r=run_ensemble(plans,o);
  double dt=std::chrono::duration<double>(std::chrono::steady_clock::now()-t0).count();
  fmt::print("time {:.2f}s pop residual {} emp residual {} residents {} posts {} in {} out {}\n",dt,r.synthesis.population_residual,r.synthesis.employment_residual,r.synthesis.residents,r.synthesis.posts,r.synthesis.in_commuters,r.synthesis.out_commuters);
  auto outs=all_outputs();
  for(size_t s=0;s<plans.size();s++){ fmt::print("== {}\n",plans[s].name);
   for(size_t i=0;i<outs.size();i++){ auto&out=*outs[i]; size_t cells=cells_of(out,pack); bool m=out.period==Period::month; size_t years=(H+11)/12;
    if(s>0 && cells!=1) continue;
    if(cells>12&&out.name!="hiring_gap"&&out.name!="age_pyramid"&&out.name!="working_residents_by_age"&&out.name!="residents_by_age") continue;
    if(out.axes.size()==2){ for(size_t y:{size_t(0),size_t(3),years-1}){ fmt::print("{:22} {} :",out.name,2013+y); for(size_t c=0;c<cells;c++){double v=0; for(auto&rr:r.runs[s]) v+=rr.values[i][y*cells+c]; fmt::print(" {:.0f}",v/reps);} fmt::print("\n");} continue;}
    fmt::print("{:22}",out.name);
    if(cells==1||cells>12){ for(size_t y=0;y<years;y++){ double v=0; for(auto&rr:r.runs[s]){ if(cells>12){for(size_t c=0;c<cells;c++) v+=rr.values[i][y*cells+c];} else if(!m) v+=rr.values[i][y]; else if(out.kind==OutputKind::flow){ for(size_t k=y*12;k<std::min<size_t>(H,y*12+12);k++) v+=rr.values[i][k]; } else v+=rr.values[i][std::min<size_t>(H,y*12+12)-1]; } v/=reps; fmt::print(v<10?" {:.3f}":" {:.0f}",v);} fmt::print("\n"); }
    else { fmt::print("\n"); for(size_t c=0;c<cells;c++){ fmt::print("   [{}]",c); for(size_t y=0;y<years;y++){double v=0; for(auto&rr:r.runs[s]) v+=rr.values[i][y*cells+c]; fmt::print(" {:.0f}",v/reps);} fmt::print("\n"); } }
   }}
  }catch(InputError&e){ fmt::print("{}",to_lines(e,Language::en)); return 3;} catch(std::exception&e){fmt::print("ERR {}\n",e.what()); return 1;}
}
